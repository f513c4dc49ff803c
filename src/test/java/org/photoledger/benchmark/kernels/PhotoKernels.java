package org.photoledger.benchmark.kernels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.photoledger.benchmark.Corpus;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.ImageStructure;
import org.photoledger.image.Luma;
import org.photoledger.similarity.PdqHasher;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Thumb;
import org.photoledger.similarity.ThumbResidual;

/** What is done once for every photo, on one of twelve megapixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PhotoKernels {

    private final ContainerWalker walker = new ContainerWalker(ImageLimits.defaults());
    private ImageBytes bytes = ImageBytes.of(new byte[0]);
    private BufferedImage raster = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);
    private Luma luma = Luma.of(raster);
    private Luma small = luma;
    private Thumb thumb = Thumb.of(luma);
    private Thumb other = thumb;

    /** The raster is the one that the product decodes to. */
    @Setup
    public void decode() {
        bytes = ImageBytes.of(Corpus.photo(1));
        raster = Objects.requireNonNull(new ImageDecoder(ImageLimits.defaults())
                .decode(bytes, walker.walk(bytes), "image/jpeg")
                .pixels());
        luma = Luma.of(raster);
        small = luma.boxShrunk(PdqHasher.LONG_SIDE);
        thumb = Thumb.of(small);
        other = Thumb.of(small.turned(2));
    }

    @Benchmark
    public ImageStructure walk() {
        return walker.walk(bytes);
    }

    /** The whole picture, for comparison. */
    @Benchmark
    public BufferedImage jdkDecodeWhole() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes.copy(0, bytes.length())));
    }

    @Benchmark
    public Luma luma() {
        return Luma.of(raster);
    }

    @Benchmark
    public Luma shrink() {
        return luma.boxShrunk(PdqHasher.LONG_SIDE);
    }

    @Benchmark
    public PerceptualHash pdq() {
        return PdqHasher.hash(small);
    }

    @Benchmark
    public Thumb thumb() {
        return Thumb.of(small);
    }

    @Benchmark
    public double residual() {
        return ThumbResidual.between(thumb, other);
    }
}
