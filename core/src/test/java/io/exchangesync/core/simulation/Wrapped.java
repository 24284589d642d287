package io.exchangesync.core.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Ports with something between the engine and them. */
final class Wrapped {
  private Wrapped() {}

  /** One call on its way to a port. */
  static final class Call {
    private final Object port;
    private final Method method;
    private final Object[] arguments;

    Call(Object port, Method method, Object[] arguments) {
      this.port = port;
      this.method = method;
      this.arguments = arguments == null ? new Object[0] : arguments.clone();
    }

    String name() {
      return method.getName();
    }

    boolean to(Class<?> type) {
      return type.isInstance(port);
    }

    Object argument(int index) {
      return arguments[index];
    }

    Call with(int index, Object value) {
      Call changed = new Call(port, method, arguments);
      changed.arguments[index] = value;
      return changed;
    }

    /** Lets the port do it. */
    Object go() {
      try {
        return method.invoke(port, arguments);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new AssertionError(e.getCause());
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** What stands between. */
  interface Between {
    Object pass(Call call);
  }

  static <T> T of(Class<T> type, T port, Between between) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> between.pass(new Call(port, method, arguments))));
  }
}
