package org.photoledger.text;

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

    /** Throws {@link TextUnavailableException} where the bytes are no model or this platform has no runtime for them. */
    static Model of(String name, byte[] bytes) {
        try {
            // before any options: 1.29.0 dies of a segmentation fault in the other order
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new Model(session(environment, bytes));
        } catch (OrtException e) {
            throw new TextUnavailableException(
                    "The text model " + name + " cannot be loaded: it is missing or damaged.");
        } catch (LinkageError e) {
            throw new TextUnavailableException("Text is off: ONNX Runtime has no native library for "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ".");
        }
    }

    private static OrtSession session(OrtEnvironment environment, byte[] bytes) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(bytes, options);
        }
    }

    /** The output's numbers and shape. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Output(float[] values, long[] shape) {}

    Output run(float[] values, long... shape) {
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor out = (OnnxTensor) result.get(0);
            float[] numbers = new float[out.getFloatBuffer().remaining()];
            out.getFloatBuffer().get(numbers);
            return new Output(numbers, out.getInfo().getShape());
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
