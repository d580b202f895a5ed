import { amountInWords, numberInFigures } from "#money";
import { type CivilDate, dayName, jakartaDate } from "#time";
import { dayInWords } from "./day-in-words.ts";
import type { MinutesFacts } from "./minutes-facts.ts";
import type { MinutesSnapshot } from "./minutes-snapshot.ts";
import { heading, type PaperBlock, paragraphs, text } from "./paper.ts";
import { clockOf, groupWords, listed } from "./paper-words.ts";
import { participantsOf } from "./participants.ts";
import { sumVillages } from "./sum-villages.ts";

/** What was said and decided, from the opening sentence to the notes. */
export function bodyOf(facts: MinutesFacts): readonly PaperBlock[] {
  const { snapshot, texts } = facts;
  const { meeting, items, decisions, followUps } = snapshot;
  const agenda = items.filter(({ state }) => state !== "parked" && state !== "dropped");
  const parked = items.filter(({ state }) => state === "parked");
  return [
    text(openingOf(facts)),
    ...(facts.corrects === null
      ? []
      : [
          {
            kind: "strong",
            text: `Berita acara ini memperbaiki dan mengganti ${facts.corrects.number}, karena: ${facts.corrects.reason}.`,
          } as const,
        ]),
    heading("Dasar"),
    ...paragraphs(meeting.basis ?? ""),
    text(
      meeting.letterNumber === null
        ? "Surat undangan: tidak dicatat."
        : `Surat undangan nomor ${meeting.letterNumber}.`,
    ),
    heading("Peserta"),
    ...participantsOf(snapshot),
    heading("Agenda"),
    agenda.length === 0
      ? text("Agenda tidak dicatat.")
      : { kind: "list", items: agenda.map((item) => agendaLine(item)) },
    heading("Pokok bahasan"),
    ...(texts.discussion.trim() === ""
      ? [text("Pokok bahasan tidak dicatat.")]
      : paragraphs(texts.discussion)),
    ...(parked.length === 0
      ? []
      : [text(`Disimpan untuk dibahas kemudian: ${listed(parked.map(({ title }) => title))}.`)]),
    heading("Keputusan"),
    decisions.length === 0 ? text("Tidak ada keputusan yang dicatat.") : { kind: "list", items: decisions },
    heading("Komitmen desa dan kelurahan"),
    ...commitmentsOf(snapshot),
    heading("Tindak lanjut"),
    followUps.length === 0
      ? text("Tidak ada tindak lanjut yang dicatat.")
      : {
          kind: "table",
          caption: "Tindak lanjut: apa, siapa, sampai kapan",
          columns: [
            { head: "Keputusan", align: "right", width: "2.1cm" },
            { head: "Apa", align: "left", width: "2fr" },
            { head: "Siapa", align: "left", width: "1fr" },
            { head: "Sampai", align: "left", width: "3.4cm" },
          ],
          rows: followUps.map(({ decision, what, who, until }) => [
            decision === null ? "–" : String(decision),
            what,
            who,
            until === null ? "belum ditetapkan" : dayName(until as CivilDate),
          ]),
          foot: null,
        },
    ...(texts.notes.trim() === "" ? [] : [heading("Catatan"), ...paragraphs(texts.notes)]),
  ];
}

function openingOf({ snapshot: { meeting } }: MinutesFacts): string {
  const day = jakartaDate(meeting.from);
  const place =
    meeting.place.trim() === "" ? "di tempat yang tidak dicatat" : `bertempat di ${meeting.place}`;
  const until = meeting.isClosed ? `pukul ${clockOf(meeting.until)} WIB` : "selesai";
  const leader = meeting.leader.trim() === "" ? "" : `, dipimpin ${meeting.leader}`;
  return `Pada hari ${dayInWords(day)} pukul ${clockOf(meeting.from)} WIB sampai ${until}, ${place}, telah dilaksanakan rapat koordinasi dengan pokok “${meeting.title}”${leader}.`;
}

const agendaLine = ({ title, presenter, state }: MinutesSnapshot["items"][number]): string => {
  const by = presenter === null ? "" : ` (${presenter})`;
  const later =
    state === "moved"
      ? ", dilanjutkan pada rapat berikutnya"
      : state === "planned"
        ? ", tidak sempat dibahas"
        : "";
  return `${title}${by}${later}`;
};

function commitmentsOf(snapshot: MinutesSnapshot): readonly PaperBlock[] {
  const { meeting } = snapshot;
  const { declared, villages, heads, rupiah, need, silent } = sumVillages(snapshot);
  const groups = listed(meeting.groups.map((group) => groupWords[group]));
  return [
    text(
      `Untuk perlindungan jaminan sosial ketenagakerjaan ${groups} pada tahun ${meeting.year}, ${declared} dari ${villages} desa dan kelurahan menyatakan komitmen bagi ${numberInFigures(heads)} orang, rincian pada Lampiran I.`,
    ),
    { kind: "strong", text: `Jumlah komitmen ${amountInWords(rupiah)}.` },
    text(`Kebutuhan setahun menurut data pada saat rapat ${amountInWords(need)}.`),
    ...(silent.length === 0 ? [] : [text(`Belum menyatakan: ${listed(silent)}.`)]),
  ];
}
