package io.exchangesync.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Heap and processor time of another Java process, by JMX over the attach interface.
 *
 * <p>The peak is that of the used heap, garbage included, looked at every 50 milliseconds.
 */
final class JvmMeter implements AutoCloseable {
  private static final long EVERY_MILLIS = 50;

  private final JMXConnector connector;
  private final MemoryMXBean memory;
  private final OperatingSystemMXBean system;
  private final AtomicLong peak = new AtomicLong();
  private final Thread watch = new Thread(this::watch, "heap watch");

  JvmMeter(long pid) throws IOException {
    connector = connect(pid);
    MBeanServerConnection server = connector.getMBeanServerConnection();
    memory =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    system =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
    watch.setDaemon(true);
    watch.start();
  }

  /** The java process among a process and its descendants. */
  static long javaOf(long pid) {
    ProcessHandle root = ProcessHandle.of(pid).orElseThrow();
    return java.util.stream.Stream.concat(root.descendants(), java.util.stream.Stream.of(root))
        .filter(each -> each.info().command().filter(name -> name.endsWith("java")).isPresent())
        .findFirst()
        .orElse(root)
        .pid();
  }

  /** Collects garbage and begins the peak anew. */
  void begin() {
    memory.gc();
    peak.set(0);
  }

  /** The most heap that was seen in use since {@link #begin}, in bytes. */
  long peakHeap() {
    return peak.get();
  }

  /** Heap in use after a garbage collection, in bytes. */
  long liveHeap() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** Processor time since the process started. */
  Duration cpu() {
    return Duration.ofNanos(system.getProcessCpuTime());
  }

  private void watch() {
    try {
      while (true) {
        long used = memory.getHeapMemoryUsage().getUsed();
        peak.accumulateAndGet(used, Math::max);
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException | RuntimeException ended) {
      // closed, or the process has ended
    }
  }

  private static JMXConnector connect(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
      try {
        return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("process " + pid + " cannot be looked into", e);
    }
  }

  @Override
  public void close() {
    watch.interrupt();
    try {
      connector.close();
    } catch (IOException ended) {
      // the process has ended
    }
  }
}
