/**
 * What a published figure counts: people whose contribution for the last complete month BPJS has, by evidence of payment, out of the
 * estimate of vulnerable workers, which is made of fixed and dated sources. Whom villages list is its own figure beside it, so that
 * a list that is sent makes no share smaller. A change of what is counted is a new code, which every release carries: figures of different
 * codes do not compare. The first code counted grace and BPJS's list as cover; the second divided by the lists, at any day.
 */
export const coverageDefinition = "pekerja-rentan-terlindungi-3";

/** The live numerator of staff pages, out of the same estimate: no list changes the denominator. */
export const estimatedDefinition = "pekerja-rentan-terlindungi-dari-perkiraan";
