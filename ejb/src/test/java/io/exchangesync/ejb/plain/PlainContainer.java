package io.exchangesync.ejb.plain;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What an EJB container does for a stateless bean, for tests without a server: one transaction per
 * business call unless one is open, and a new one where the bean says REQUIRES_NEW.
 */
public final class PlainContainer {
  private final EntityManagerFactory factory;
  private final ThreadLocal<Deque<EntityManager>> open = ThreadLocal.withInitial(ArrayDeque::new);

  public PlainContainer(EntityManagerFactory factory) {
    this.factory = factory;
  }

  /** Stands for the entity manager of whichever transaction the calling thread is in. */
  public EntityManager entityManager() {
    return proxy(
        EntityManager.class, (self, method, arguments) -> call(method, current(), arguments));
  }

  /** A bean seen through its business interface, with transactions around its methods. */
  public <T> T bean(Class<T> type, T bean) {
    return proxy(
        type,
        (self, method, arguments) ->
            requiresNew(bean, method)
                ? inNewTransaction(() -> unchecked(method, bean, arguments))
                : inTransaction(() -> unchecked(method, bean, arguments)));
  }

  public <T> T inTransaction(Supplier<T> work) {
    return open.get().isEmpty() ? inNewTransaction(work) : work.get();
  }

  public void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  /** Commits if the work returns, rolls back if it throws. */
  public <T> T inNewTransaction(Supplier<T> work) {
    EntityManager em = factory.createEntityManager();
    open.get().push(em);
    try {
      em.getTransaction().begin();
      T answer = work.get();
      em.getTransaction().commit();
      return answer;
    } finally {
      open.get().pop();
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
      em.close();
    }
  }

  private EntityManager current() {
    EntityManager em = open.get().peek();
    if (em == null) {
      throw new IllegalStateException("called outside a transaction");
    }
    return em;
  }

  private static boolean requiresNew(Object bean, Method method) throws NoSuchMethodException {
    TransactionAttribute attribute =
        bean.getClass()
            .getMethod(method.getName(), method.getParameterTypes())
            .getAnnotation(TransactionAttribute.class);
    return attribute != null && attribute.value() == TransactionAttributeType.REQUIRES_NEW;
  }

  private static Object unchecked(Method method, Object on, Object[] arguments) {
    try {
      return call(method, on, arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(Method method, Object on, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
