export type Encoding = "br" | "gzip" | "identity";

/** What a reader takes best of an `Accept-Encoding`: brotli, then gzip; a coding refused with `q=0` counts as absent. */
export function bestEncoding(accepted: string): Encoding {
  const offers = accepted.split(",").map((offer) => offer.trim().replaceAll(" ", ""));
  const takes = (name: string): boolean =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/;q=0(\.0*)?$/.test(offer)));
  return takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
}
