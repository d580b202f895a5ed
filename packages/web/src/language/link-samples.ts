import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

/** Precision and recall of linking, measured by people. */
const id = {
  title: "Mutu pemadanan yang diukur",
  finding: {
    none: "Mutu pemadanan belum pernah diukur",
    drawing: "Sampel sedang ditarik",
    waiting: (n: string) => `${n} pasangan sampel menunggu jawaban`,
    measured: (percent: string, low: string, high: string) =>
      `${percent} padanan benar (antara ${low} dan ${high})`,
  },
  lead: "Petugas data menilai pasangan contoh tanpa melihat pendapat mesin. Hasilnya tidak memadankan atau memisahkan siapa pun.",
  draw: "Tarik sampel baru",
  drawLead: (n: string) =>
    `Dari setiap pita peluang ditarik paling banyak ${n} pasangan, menurut benih acak yang disimpan.`,
  drawn: "Sampel sedang ditarik; muat ulang sebentar lagi.",
  refusedDraw: "Sampel sebelumnya masih ditarik.",
  toAnswer: (n: string) => `Jawab ${n} pasangan`,
  precision: "Padanan yang benar (presisi)",
  recall: "Orang pada DTSEN yang terpadankan (recall)",
  interval: (percent: string, low: string, high: string) => `${percent}, antara ${low} dan ${high}`,
  unknown: "belum cukup jawaban",
  sample: (on: string) => `Sampel ${on}`,
  recipe: (model: string, seed: string) => `Model ${model}; benih ${seed}`,
  caption: (on: string) => `Jawaban menurut pita peluang, sampel ${on}`,
  columns: {
    band: "Pita",
    size: "Isi pita",
    drawn: "Sampel",
    same: "Orang sama",
    different: "Berbeda",
    unsure: "Ragu",
    without: "Tanpa calon",
  },
  bands: {
    sure: "Padanan mesin, peluang 99,9 % ke atas",
    high: "Padanan mesin, 99–99,9 %",
    low: "Padanan mesin, di bawah 99 %",
    decided: "Padanan yang diputuskan orang",
    asked: "Tanpa padanan, ada pertanyaan",
    silent: "Tanpa padanan, tanpa pertanyaan",
  },
  how: "Bagaimana ini dihitung",
  howText: [
    "Presisi: bagian padanan yang dinilai orang yang sama, tiap pita menurut isinya. Rentang 95 % menurut Wilson; yang ragu dihitung ke dua arah.",
    "Recall: dari orang tanpa padanan diambil calon terdekatnya di DTSEN. Bila ternyata orang yang sama, ia terlewat. Yang tidak punya calon sama sekali dihitung tidak terlewat.",
  ],
  answer: {
    title: "Nilai pasangan sampel",
    lead: "Apakah keduanya orang yang sama? Pendapat mesin sengaja tidak ditampilkan.",
    waiting: (n: string) => `${n} pasangan lagi`,
    region: "Pasangan",
    none: "Tidak ada pasangan sampel yang menunggu.",
    noneNext: "Tarik sampel baru bila ingin mengukur lagi.",
    answers: { same: "Orang yang sama", different: "Orang berbeda", unsure: "Ragu" },
    undo: "Batalkan jawaban terakhir saya",
    undone: "Jawaban terakhir dibatalkan.",
    saved: "Jawaban disimpan.",
    refused: { "without-answer": "Pilih satu jawaban.", "answered-already": "Sudah dijawab orang lain." },
  },
  tasks: {
    "answer-link-sample": {
      text: (n: string) => `Nilai ${n} pasangan sampel padanan`,
      why: "Mutu pemadanan baru diketahui setelah dinilai orang",
      action: "Nilai pasangan",
    },
  },
};

const en: Texts<typeof id> = {
  title: "Quality of linking, measured",
  finding: {
    none: "Linking has never been measured",
    drawing: "A sample is being drawn",
    waiting: (n) => counted`${n} [pair|pairs] of the sample [waits|wait] for an answer`,
    measured: (percent, low, high) => `${percent} of links are right (between ${low} and ${high})`,
  },
  lead: "Data officers judge pairs without seeing what the machine thinks. Nobody is linked or parted by it.",
  draw: "Draw a new sample",
  drawLead: (n) => `Of each band of probability at most ${n} pairs are drawn, by a random seed that is kept.`,
  drawn: "The sample is being drawn; load the page again in a moment.",
  refusedDraw: "The sample before is still being drawn.",
  toAnswer: (n) => counted`Answer ${n} [pair|pairs]`,
  precision: "Links that are right (precision)",
  recall: "People in DTSEN who are linked (recall)",
  interval: (percent, low, high) => `${percent}, between ${low} and ${high}`,
  unknown: "not enough answers yet",
  sample: (on) => `Sample of ${on}`,
  recipe: (model, seed) => `Model ${model}; seed ${seed}`,
  caption: (on) => `Answers by band of probability, sample of ${on}`,
  columns: {
    band: "Band",
    size: "In the band",
    drawn: "Sample",
    same: "Same person",
    different: "Different",
    unsure: "Unsure",
    without: "No candidate",
  },
  bands: {
    sure: "Machine's links, 99.9 % and above",
    high: "Machine's links, 99–99.9 %",
    low: "Machine's links, below 99 %",
    decided: "Links that people decided",
    asked: "Without a link, with a question",
    silent: "Without a link or a question",
  },
  how: "How this is made",
  howText: [
    "Precision: the share of links judged to be the same person, each band by what it holds. 95 % interval after Wilson; whoever was unsure counts both ways.",
    "Recall: of people without a link the nearest candidate in DTSEN is taken. If it is the same person, it was missed. Whoever has no candidate at all counts as not missed.",
  ],
  answer: {
    title: "Judge a pair of the sample",
    lead: "Are both the same person? What the machine thinks is left out on purpose.",
    waiting: (n) => counted`${n} more [pair|pairs]`,
    region: "Pair",
    none: "No pair of a sample waits.",
    noneNext: "Draw a new sample to measure again.",
    answers: { same: "The same person", different: "Different people", unsure: "Unsure" },
    undo: "Take back my last answer",
    undone: "The last answer is taken back.",
    saved: "The answer is saved.",
    refused: {
      "without-answer": "Choose one answer.",
      "answered-already": "Somebody else has answered already.",
    },
  },
  tasks: {
    "answer-link-sample": {
      text: (n) => counted`Judge ${n} [pair|pairs] of a sample of links`,
      why: "How well linking works is known only once people have judged it",
      action: "Judge pairs",
    },
  },
};

export const linkSampleTexts: TextPair<typeof id> = { id, en };
