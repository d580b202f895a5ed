/**
 * What a published figure counts: people on the lists of villages whose cover counts (`countsAsCovered`: the month's
 * contribution stands, or is not yet due after a paid one), out of those who may be covered. Grace, members who never paid
 * and people on BPJS's list only stand beside it. A change of what is counted is a new code, which every release carries:
 * figures of different codes do not compare. The first code counted grace and BPJS's list as cover.
 */
export const coverageDefinition = "pekerja-rentan-terlindungi-2";

/** The same numerator, out of the vulnerable workers that fixed sources say there are: no list changes the denominator. */
export const estimatedDefinition = "pekerja-rentan-terlindungi-dari-perkiraan";
