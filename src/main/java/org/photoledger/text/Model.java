package org.photoledger.text;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/** A neural model with one input and one output, run on one thread; it only ever sees numbers that we made. */
final class Model implements AutoCloseable {

    private final OrtSession session;
    private final String input;

    private Model(OrtSession session) {
        this.session = session;
        this.input = session.getInputNames().iterator().next();
    }

    /**
     * Throws {@link TextUnavailableException} where the bytes are no model or this platform has no runtime for them.
     *
     * @param name of the file
     * @param remedy what to do where it is damaged
     */
    static Model of(String name, String remedy, byte[] bytes) {
        try {
            // before any options: 1.29.0 dies of a segmentation fault in the other order
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new Model(session(environment, bytes));
        } catch (OrtException e) {
            throw new TextUnavailableException(
                    TextUnavailableException.Reason.MODEL,
                    "The text model " + name + " is damaged, or no ONNX model: " + remedy + ".");
        } catch (LinkageError e) {
            throw new TextUnavailableException(
                    TextUnavailableException.Reason.NO_NATIVE_LIBRARY,
                    "Text is off: ONNX Runtime has no native library for " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ".");
        }
    }

    private static OrtSession session(OrtEnvironment environment, byte[] bytes) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // lines are of many widths, and a plan of memory is kept for each: a quarter of the process, for no speed
            options.setMemoryPatternOptimization(false);
            return environment.createSession(bytes, options);
        }
    }

    /** The first output's numbers and shape. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Output(float[] values, long[] shape) {}

    /** Throws {@link IllegalStateException} where the model takes no such input, or gives no numbers. */
    Output run(float[] values, long... shape) {
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            if (!(result.get(0) instanceof OnnxTensor out) || out.getInfo().type != OnnxJavaType.FLOAT) {
                throw new IllegalStateException(
                        "a text model gives " + result.get(0).getInfo());
            }
            return new Output(out.getFloatBuffer().array(), out.getInfo().getShape());
        } catch (OrtException e) {
            throw new IllegalStateException("a text model failed on a shape of " + Arrays.toString(shape), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a text model cannot be closed", e);
        }
    }
}
