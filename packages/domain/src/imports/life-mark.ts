/** What a list says of a person's life. `somebody`: a death is spoken of, most likely of another. */
export type LifeMark = "dead" | "moved" | "somebody" | null;

const DEAD_WORD =
  /\b(meninggal|wafat|almarhum(?:ah)?|almh?|mendiang|berpulang|tutup usia|md|m\.d|r\.?i\.?p|mati)\b|[†✝]/;
const KIN =
  /\b(janda|duda|ist(?:e)?ri(?:nya)?|suami(?:nya)?|anak(?:nya)?|ahli waris(?:nya)?|orang ?tua(?:nya)?|ortu|ayah(?:nya)?|bapak(?:nya)?|ibu(?:nya)?|mertua|menantu|cucu|adik(?:nya)?|kakak(?:nya)?|saudara(?:nya)?|putr[ai]|bin|binti|keluarga|warisan|pasangan(?:nya)?|yatim|piatu|rumah|cerai)\b/;
/** Words that only say that it is so: with nothing else before the word, the person of the row is meant. */
const ABOUT_THE_ROW =
  /\b(ybs|yang bersangkutan|bersangkutan|yg|yang|sudah|sdh|telah|tlh|ket|keterangan|status|orangnya|peserta|warga|pekerja|penduduk|calon|dia|beliau|ini|itu|tercatat|dinyatakan|diketahui|karena|sakit|dunia|pada|tgl|tanggal|tahun|thn|bulan|di|sejak|info|laporan|lansia|data|nik|nonaktif|tidak aktif|coret|dicoret|hapus|dihapus|per|jan\w*|[fp]eb\w*|mar\w*|apr\w*|mei|jun\w*|jul\w*|agu\w*|sep\w*|okt\w*|no[vp]\w*|des\w*|\d+)\b/g;
const NOT_SO = /\b(belum|blm|tidak|tdk|bukan|masih hidup)\b/;

const MOVED_WORD =
  /\b(pindah|berpindah|mutasi keluar|keluar (?:dari )?(?:desa|daerah|kelurahan|nagari|wilayah|kota)|(?:tidak|tdk) (?:lagi )?berdomisili|bukan (?:warga|penduduk)(?: sini| lagi)?)\b/;
/** Came in, changed card, work or lane: still here. */
const STILL_HERE =
  /\bpindah(?:an)? (?:dari|masuk|datang|kk|kartu|pekerjaan|kerja|tugas|profesi|rt|rw|dusun|lingkungan|korong|jorong|rumah|ke rt|ke rw|ke dusun|ke dalam|agama|memilih|faskes)\b|\bpindahan\b|\b(?:pisah|pecah) kk\b/;

/** A note or a status such as "Ybs. sudah meninggal dunia 2024", "Pindah domisili ke Padang", "janda alm. Bustami". */
export function readLifeNote(note: string, name: string): LifeMark {
  const text = wordsOf(note);
  const clauses = text.split(/[;,()]|\.(?=\s|$)/).map((clause) => clause.trim());
  const marks = clausesOf(clauses).map((clause) => clauseMark(clause, wordsOf(name)));
  return (
    marks.find((mark) => mark === "dead") ??
    marks.find((mark) => mark === "moved") ??
    marks.find((mark) => mark !== null) ??
    null
  );
}

/** The dot of "alm." ends no sentence: what follows it belongs to it. */
function clausesOf(clauses: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const clause of clauses.filter((part) => part !== "")) {
    const last = joined.at(-1);
    const isOpen = last !== undefined && /\b(almh?|ybs|sdh|tlh|yg|sdr|ket|an|a\.n|m)$/.test(last);
    if (isOpen) joined[joined.length - 1] = `${last} ${clause}`;
    else joined.push(clause);
  }
  return joined;
}

function clauseMark(clause: string, name: string): LifeMark {
  const dead = DEAD_WORD.exec(clause);
  if (dead !== null) return deathMark(clause, dead, name);
  const moved = MOVED_WORD.exec(clause);
  if (moved === null || STILL_HERE.test(clause)) return null;
  const before = clause.slice(0, moved.index);
  const isDenied = /\b(belum|blm|tidak|tdk|batal|bukan)\b/.test(before);
  return isDenied || KIN.test(before) || /\b(akan|rencana|mau)\b/.test(before) ? null : "moved";
}

function deathMark(clause: string, found: RegExpExecArray, name: string): LifeMark {
  const [word] = found;
  const before = clause.slice(0, found.index);
  const after = clause.slice(found.index + word.length).trim();
  if (NOT_SO.test(before)) return null;
  if (KIN.test(before)) return null;
  if (
    /^(?:m\.?d|mati)$/.test(word) &&
    !/^$|^(?:dunia|\d|tahun|tgl|tanggal|pada|jan|[fp]eb|mar|apr|mei|jun|jul|agu|sep|okt|no[vp]|des)/.test(
      after,
    )
  )
    return null;
  const subject = before
    .replace(ABOUT_THE_ROW, " ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  if (subject !== "" && !isNameOf(subject, name)) return "somebody";
  const isTitle = /^(?:almh?|almarhum(?:ah)?|mendiang)$/.test(word);
  const object = after
    .replace(ABOUT_THE_ROW, " ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  if (KIN.test(after) && /^\W*(?:\w+ )?(?:suami|ist|anak|ayah|ibu|bapak|orang ?tua|ortu)/.test(after))
    return "somebody";
  return isTitle && object !== "" && !isNameOf(object, name) ? "somebody" : "dead";
}

function isNameOf(text: string, name: string): boolean {
  const words = name.split(/[^\p{L}]+/u).filter((word) => word.length > 2);
  return text.split(" ").every((word) => words.includes(word));
}

const TITLE = String.raw`(?:almh?|almarhum(?:ah)?|mendiang|allahyarham(?:ah)?)`;
const FIRST = new RegExp(String.raw`^\W*${TITLE}\b`, "iu");
const LAST = new RegExp(String.raw`[\s,(]\W*${TITLE}\W*$`, "iu");
const IN_BRACKETS = new RegExp(String.raw`\(\W*${TITLE}\W*\)|\(\W*(?:meninggal|wafat)`, "iu");
const CHILD_OF = /\b(bin|binti|b|bt|anak|putr[ai])\b[. ]/iu;

/** "Alm. Erna", "Bustami (Alm)", "Yusmaniar, Almh." are dead; "Mursal bin Alm. Sutan" lives, and of "… bin Sutan (Alm)" nobody knows. */
export function readLifeName(name: string): LifeMark {
  if (/[†✝]/.test(name) || FIRST.test(name)) return "dead";
  if (!LAST.test(name) && !IN_BRACKETS.test(name)) return null;
  return CHILD_OF.test(name) ? "somebody" : "dead";
}

function wordsOf(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
