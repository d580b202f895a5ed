/** The address of a dashboard by codes: of the city, a kecamatan or a village. */
export const placePath = (of: {
  readonly kecamatanCode?: string | null;
  readonly villageCode?: string | null;
}): string =>
  ["/dasbor", of.kecamatanCode, of.villageCode].filter((part) => typeof part === "string").join("/");
