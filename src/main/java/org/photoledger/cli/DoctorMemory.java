package org.photoledger.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Whether the memory of this machine, or of its container, suffices for the heaps of the program and its workers. */
final class DoctorMemory {

    private DoctorMemory() {}

    /** What there is and what may be taken, in MiB; throws UsageException where the heaps alone are too large. */
    static String state(Settings.WorkersPart workers) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return state(
                workers,
                machine.getTotalMemorySize() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    static String state(Settings.WorkersPart workers, long machine, long program) {
        int count = workers.countOrCores();
        long heaps = program + (long) count * workers.heapMegabytes();
        if (heaps > machine) {
            throw new UsageException("the heaps of the program and of " + count + " workers are " + heaps + " MiB of "
                    + machine + "; set photoledger.workers.count to "
                    + Math.max(1, (machine - program) / workers.heapMegabytes()) + " or less.");
        }
        return machine + " MiB; " + count + " workers take at most " + workers.residentMegabytes()
                + " MiB each, the program " + program + " MiB of heap";
    }
}
