import { readFamilyCard, readNik, readNip } from "#identity";
import { remark, type FieldCell, type RowDraft } from "./row-draft.ts";

/** Identity numbers as text. `kosong` is the writer saying that there is none; it is no error. */
export function readNikField(draft: RowDraft, at: FieldCell, text: string): void {
  const reading = readNik(text, draft.context.today);
  if (reading.status === "kosong") draft.values.nikStatus = "absent";
  else if (isCut(draft, at, text)) remark(draft, "E-NUM", at, { field: at.field, reason: "cut" });
  else if (reading.status === "format-salah") refuseNikShape(draft, at, text, reading.problem);
  else if (reading.status === "daerah-tidak-ada")
    remark(draft, "E-NIK-REGION", at, { reason: reading.isTemporary ? "temporary" : "region" });
  else if (reading.status === "tanggal-mustahil") remark(draft, "E-NIK-DATE", at, { reason: "date" });
  else if (reading.status === "placeholder") refusePlaceholder(draft, at, text);
  else if (reading.status === "sintetis" && draft.context.identityNumbers === "real")
    remark(draft, "E-NIK-SYNTHETIC", at);
  else if (reading.status === "wajar" && draft.context.identityNumbers === "synthetic")
    remark(draft, "E-NIK-REAL", at);
  else {
    draft.values.nik = reading.nik;
    draft.values.nikStatus = "given";
    draft.nikParts = reading.parts;
    if (reading.wasCleaned) remark(draft, "I-CLEAN", at, { field: at.field });
  }
}

/** In a list of families the head's number stands for the family where no row gives its own. */
export function readHeadNikField(draft: RowDraft, at: FieldCell, text: string): void {
  if (draft.values.nik === undefined && !draft.refused.has("nik")) readNikField(draft, at, text);
}

/** The column lost its last digits: a number that ends as the loss leaves it may be anybody's. */
function isCut({ context }: RowDraft, { field }: FieldCell, text: string): boolean {
  return (
    context.columns?.cut.includes(field) === true &&
    text.replace(/\D/g, "").endsWith(field === "nip" ? "000" : "0")
  );
}

function refuseNikShape(draft: RowDraft, at: FieldCell, text: string, problem: string): void {
  if (problem === "scientific" || problem === "decimal")
    remark(draft, "E-NUM", at, { field: at.field, reason: problem });
  else remark(draft, "E-NIK-LEN", at, { digits: countDigits(text), letters: problem === "characters" });
}

/** All digits the same is no number at all; 0000 at the end is a serial that is never issued. */
function refusePlaceholder(draft: RowDraft, at: FieldCell, text: string): void {
  const digits = text.replace(/\D/g, "");
  if (new Set(digits).size === 1) remark(draft, "E-NIK-LEN", at, { filler: true });
  else remark(draft, "E-NIK-DATE", at, { reason: "serial" });
}

/** A family card that cannot be used is left out; the row lives on if it has another identity. */
export function readFamilyCardField(draft: RowDraft, at: FieldCell, text: string): void {
  const reading = readFamilyCard(text, draft.context.today);
  if (reading.status === "kosong") return;
  if (isCut(draft, at, text)) return remark(draft, "E-NUM", at, { field: at.field, reason: "cut" });
  const isSpoilt =
    reading.status === "format-salah" && (reading.problem === "scientific" || reading.problem === "decimal");
  if (isSpoilt) remark(draft, "E-NUM", at, { field: at.field, reason: reading.problem });
  else if (reading.status === "format-salah") remark(draft, "W-KK", at, { reason: reading.problem });
  else if (reading.status === "tanggal-mustahil") keepUncommon(draft, at, text);
  else if (reading.status === "daerah-tidak-ada") remark(draft, "W-KK", at, { reason: "region" });
  else if (reading.status === "placeholder") remark(draft, "W-KK", at, { reason: reading.status });
  else if ((reading.status === "sintetis") !== (draft.context.identityNumbers === "synthetic")) {
    remark(draft, "E-KK", at, { reason: reading.status === "sintetis" ? "synthetic" : "real" });
  } else {
    draft.values.familyCard = reading.number;
    if (reading.wasCleaned) remark(draft, "I-CLEAN", at, { field: at.field });
  }
}

/** A NIK written into the family card column has a woman's day above 40: said as what it is. */
function keepUncommon(draft: RowDraft, at: FieldCell, text: string): void {
  const looksLikeNik = ["sintetis", "wajar"].includes(readNik(text, draft.context.today).status);
  const isSame = looksLikeNik && text.replace(/\D/g, "") === draft.values.nik;
  remark(draft, isSame ? "E-KK" : "W-KK", at, {
    reason: isSame ? "same-as-nik" : looksLikeNik ? "looks-like-nik" : "date",
  });
}

export function readNipField(draft: RowDraft, at: FieldCell, text: string): void {
  const reading = readNip(text);
  if (isCut(draft, at, text)) remark(draft, "E-NUM", at, { field: at.field, reason: "cut" });
  else if (reading.status === "wajar") draft.values.nip = reading.nip;
  else if (reading.status === "tanggal-mustahil")
    remark(draft, "E-NIP", at, { digits: countDigits(text), reason: "date" });
  else if (
    reading.status === "format-salah" &&
    (reading.problem === "scientific" || reading.problem === "decimal")
  )
    remark(draft, "E-NUM", at, { field: at.field, reason: reading.problem });
  else if (reading.status === "format-salah")
    remark(draft, "E-NIP", at, { digits: countDigits(text), reason: reading.problem });
}

/** Member number of BPJS Ketenagakerjaan. Unconfirmed: 11 digits by practice (domain.md 4.1). */
export function readKpjField(draft: RowDraft, at: FieldCell, text: string): void {
  const digits = text.normalize("NFKC").replace(/[\s'"`.\-–—]/g, "");
  if (/^0*$/.test(digits)) return;
  if (/^\d{11}$/.test(digits)) draft.values.kpj = digits;
  else if (/^\d+([.,]\d+)?E\+?\d+$/i.test(digits)) remark(draft, "E-NUM", at, { field: at.field });
  else remark(draft, "E-KPJ", at, { digits: countDigits(text) });
}

function countDigits(text: string): number {
  return text.normalize("NFKC").replace(/\D/g, "").length;
}
