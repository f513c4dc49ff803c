package org.photoledger.image;

/**
 * What a picture's raster looks like in three numbers, kept because each later use would need every original again.
 *
 * @param mean brightness, 0 to 255
 * @param spread standard deviation of the brightness
 * @param sharpness variance of the 4-neighbour Laplacian: the focus measure of Pech-Pacheco et al. (ICPR 2000); comparable
 *     only between rasters of like size
 */
public record RasterStatistics(double mean, double spread, double sharpness) {

    public static RasterStatistics of(Luma raster) {
        Moments brightness = new Moments();
        Moments edges = new Moments();
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                brightness.add(raster.at(x, y));
                boolean inside = x > 0 && y > 0 && x < raster.width() - 1 && y < raster.height() - 1;
                if (inside) {
                    edges.add(laplacian(raster, x, y));
                }
            }
        }
        return new RasterStatistics(brightness.mean(), Math.sqrt(brightness.variance()), edges.variance());
    }

    private static double laplacian(Luma raster, int x, int y) {
        return raster.at(x - 1, y)
                + raster.at(x + 1, y)
                + raster.at(x, y - 1)
                + raster.at(x, y + 1)
                - 4.0 * raster.at(x, y);
    }

    /** Sums of one quantity; of samples within 0 to 1,275 doubles lose nothing that matters. */
    private static final class Moments {

        private long count;
        private double sum;
        private double squares;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }

        double variance() {
            return count == 0 ? 0 : Math.max(0, squares / count - mean() * mean());
        }
    }
}
