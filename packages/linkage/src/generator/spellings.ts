/** How MUHAMMAD and other very common first words are shortened or spelt on lists. Words in capitals. */
export const shortForms: Readonly<Record<string, readonly string[]>> = {
  MUHAMMAD: ["M", "M.", "MUH", "MUH.", "MOH", "MOHD", "MUHAMAD", "MOHAMMAD", "MOHAMAD", "MOCHAMAD", "MHD", "MUCHAMMAD", "MUHAMMED"],
  SITI: ["ST", "ST.", "SITTI", "SITY"],
  ABDUL: ["ABD", "ABD.", "A.", "ABDOEL"],
  AHMAD: ["ACHMAD", "AKHMAD", "AHMAT", "A."],
  NUR: ["NOOR", "NOER", "N."],
  SRI: ["SRIE", "SRY"],
}; // oxfmt-ignore

/** The same sound in another usual spelling: the orthographies of 1947 and before, Arabic letters, dialects, the ear. */
export const spellings: readonly (readonly [RegExp, string])[] = [
  [/U/, "OE"], [/J/, "DJ"], [/C/, "TJ"], [/Y/, "J"], [/SY/, "SJ"], [/SY/, "SH"], [/SY/, "S"], [/KH/, "CH"], [/KH/, "H"],
  [/H$/, ""], [/A$/, "AH"], [/I$/, "Y"], [/I$/, "IE"], [/F/, "P"], [/F/, "V"], [/V/, "F"], [/Z/, "J"], [/Z/, "S"],
  [/K$/, "Q"], [/Q/, "K"], [/DH/, "D"], [/TH/, "T"], [/([LMNRST])\1/, "$1"], [/([AIU])([LMNRST])([AIU])/, "$1$2$2$3"],
  [/IYA/, "IA"], [/IA/, "IYA"], [/UW/, "U"], [/AU/, "AW"], [/EI/, "E"], [/O/, "U"], [/NUR/, "NOER"], [/NUR/, "NOR"],
  [/DDIN/, "DIN"], [/YANTO/, "IANTO"], [/WATI/, "WATY"], [/SU/, "SOE"], [/NIAR$/, "NIAL"], [/X/, "KS"], [/C/, "K"],
]; // oxfmt-ignore

/** The keys beside each letter. */
export const neighbourKeys: Readonly<Record<string, string>> = {
  A: "SQZ", B: "VNG", C: "XVD", D: "SFE", E: "WRD", F: "DGR", G: "FHT", H: "GJY", I: "UOK", J: "HKU", K: "JLI", L: "KO", M: "NK",
  N: "BMH", O: "IPL", P: "OL", Q: "WA", R: "ETF", S: "ADW", T: "RYG", U: "YIJ", V: "CBF", W: "QES", X: "ZCS", Y: "TUH", Z: "XAS",
}; // oxfmt-ignore

export const hajiWords = { male: ["H. ", "H ", "HAJI "], female: ["HJ. ", "HJ ", "HAJJAH "] } as const;
export const titlesBefore = ["DRS. ", "DRA. ", "IR. ", "DR. ", "SY. ", "R. "] as const;
export const degreesBehind = [", S.PD", " S.PD.I", ", SE", ", S.SOS", " SH", ", AMD.KEB", " S.AG"] as const;
export const fatherNames = [
  "AMIR", "ALI", "UMAR", "ISMAIL", "RAMLI", "ZAINAL", "SABIRIN", "DARWIS", "JAMALUDDIN", "SUTRISNO", "SLAMET", "USMAN", "IDRIS", "BUSTAMI",
] as const; // oxfmt-ignore
export const sukuNames = ["CHANIAGO", "PILIANG", "KOTO", "TANJUNG", "SIKUMBANG", "GUCI", "MALAYU", "JAMBAK", "BODI", "CANIAGO", "PITOPANG", "BENDANG"] as const; // oxfmt-ignore
/** Words often added to, or dropped from, a name of one word. */
export const addedWords = {
  male: ["PUTRA", "SAPUTRA", "HIDAYAT", "PRATAMA", "SANTOSO", "GUNAWAN"],
  female: ["SARI", "PUTRI", "LESTARI", "WATI", "YANTI", "RAHAYU"],
} as const;
