import { type Actor, type App } from "@tuwai/server/app";
import {
  decideLink,
  getLinkQuestion,
  linkingQuality,
  type LinkQuestion,
  listLinkQuestions,
  undoLinkDecision,
  unlink,
  type Verdict,
} from "@tuwai/server/link-review";
import {
  type QuestionKind,
  type QuestionState,
  questionStates,
  type RegistryKind,
  registryKinds,
} from "@tuwai/server/linking";
import { getWorker } from "@tuwai/server/workers";
import { Argument, type Command, Option } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { paragraphs, tableText } from "./indonesian.ts";
import { listPages } from "./list-pages.ts";
import { reasonOption } from "./options.ts";
import { refusedError } from "./refused-error.ts";

type QuestionsOptions = {
  readonly kind?: QuestionKind;
  readonly village?: string;
  readonly state?: QuestionState;
};
type DecideOptions = { readonly verdict: Verdict; readonly reason: string };

const idArgument = () => new Argument("<id>", "id pertanyaan");

/** `tuwai link questions|show|decide|undo|end|quality`. */
export const addLinkCommands: AddCommands = (program, reply) => {
  const group = program
    .command("link")
    .summary("Pemadanan orang dengan daftar lain")
    .description("Pemadanan orang dengan daftar lain");
  group
    .command("questions")
    .description("Pertanyaan pemadanan, yang paling meragukan di depan")
    .addOption(new Option("--kind <jenis>", "jenis").choices([...registryKinds, "person"]))
    .option("--village <kode>", "desa atau kelurahan")
    .addOption(new Option("--state <keadaan>", "keadaan").choices([...questionStates]).default("open"))
    .action(async (options: QuestionsOptions, command: Command) =>
      reply(await readAs(command, (app, actor) => questions(app, actor, options))),
    );
  group
    .command("show")
    .description("Satu pasangan: kedua sisi, perbandingan, dan bukti. Tanpa angka NIK")
    .addArgument(idArgument())
    .action(async (id: string, _options: unknown, command: Command) =>
      reply(await readAs(command, (app, actor) => show(app, actor, id))),
    );
  group
    .command("decide")
    .description("Menjawab satu pertanyaan")
    .addArgument(idArgument())
    .addOption(
      new Option("--verdict <jawaban>", "jawaban")
        .choices(["same", "different", "unsure"])
        .makeOptionMandatory(),
    )
    .requiredOption("--reason <alasan>", "alasan, tanpa NIK atau nomor lain", reasonOption)
    .action(async (id: string, options: DecideOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => decide(app, actor, { id, ...options }))),
    );
  group
    .command("undo")
    .description("Mengurungkan jawaban; pasangan kembali ke antrean")
    .addArgument(idArgument())
    .action(async (id: string, _options: unknown, command: Command) =>
      reply(await writeAs(command, (app, actor) => undo(app, actor, id))),
    );
  group
    .command("end")
    .description("Melepas pemadanan seorang pekerja dengan satu daftar; dapat diurungkan")
    .addArgument(new Argument("<kode>", "kode pekerja"))
    .addOption(new Option("--kind <daftar>", "daftar").choices([...registryKinds]).makeOptionMandatory())
    .requiredOption("--reason <alasan>", "alasan, tanpa NIK atau nomor lain", reasonOption)
    .action(async (personCode: string, options: EndOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => end(app, actor, { personCode, ...options }))),
    );
  group
    .command("quality")
    .description("Sejauh mana tiap desa sudah dipadankan; hanya jumlah")
    .action(async (_options: unknown, command: Command) => reply(await readAs(command, quality)));
};

async function questions(
  app: App,
  actor: Actor,
  { kind, village, state }: QuestionsOptions,
): Promise<Answer> {
  const items = await listPages((page) =>
    listLinkQuestions(app, actor, { kind, villageCode: village, state, page }),
  );
  return {
    document: { questions: items, total: items.length },
    text: () =>
      items.length === 0
        ? "Tidak ada pertanyaan yang cocok."
        : tableText([
            ["Id", "Jenis", "Peluang", "Daftar desa", "Dibandingkan dengan", "Desa"],
            ...items.map((item) => [
              item.id,
              item.kind,
              percentText(item.probability),
              item.person.name,
              item.other.name,
              item.person.villageName,
            ]),
          ]),
  };
}

async function show(app: App, actor: Actor, id: string): Promise<Answer> {
  const question = await getLinkQuestion(app, actor, { questionId: id });
  return { document: question, text: () => questionText(question) };
}

function questionText(question: LinkQuestion): string {
  const { left, right, comparisons, machine } = question;
  const row = (head: string, of: (side: LinkQuestion["left"]) => string | null) => [
    head,
    of(left) ?? "-",
    of(right) ?? "-",
  ];
  return paragraphs(
    `${question.kind} · ${question.state} · versi ${question.version}`,
    tableText([
      ["", left.code ?? "Daftar desa", right.code ?? right.source],
      row("Nama", ({ name }) => name),
      row("Tanggal lahir", ({ birthDate }) => birthDate),
      row("Jenis kelamin", ({ sex }) => sex),
      row("Desa", ({ villageName }) => villageName),
      row("Alamat", ({ address }) => address),
      row("Pekerjaan", ({ occupation }) => occupation),
    ]),
    `NIK: ${comparisons.nik.outcome}. Kartu keluarga: ${comparisons.familyCard.outcome}.`,
    tableText([
      ["Pembanding", "Yang ditemukan", "Bobot"],
      ...machine.evidence.map(({ comparison, level, given, bits }) => [
        comparison,
        given === undefined ? level : `${level} (${given})`,
        bits.toFixed(1),
      ]),
    ]),
    `Kesimpulan mesin: ${machine.conclusion} (${percentText(machine.probability)}).`,
  );
}

async function decide(
  app: App,
  actor: Actor,
  { id, verdict, reason }: DecideOptions & { readonly id: string },
): Promise<Answer> {
  const { version } = await getLinkQuestion(app, actor, { questionId: id });
  const answer = await decideLink(app, actor, {
    operationId: app.newId(),
    questionId: id,
    version,
    verdict,
    reason,
  });
  if (answer.outcome === "refused") throw refusedError(answer.reasons);
  return { document: { question: id, ...answer }, text: () => `Tercatat: ${answer.state}.` };
}

async function undo(app: App, actor: Actor, id: string): Promise<Answer> {
  const { version } = await getLinkQuestion(app, actor, { questionId: id });
  const answer = await undoLinkDecision(app, actor, { operationId: app.newId(), questionId: id, version });
  if (answer.outcome === "refused") throw refusedError(answer.reasons);
  return {
    document: { question: id, ...answer },
    text: () => "Keputusan diurungkan. Pasangan kembali ke antrean.",
  };
}

type EndOptions = { readonly kind: RegistryKind; readonly reason: string };

async function end(
  app: App,
  actor: Actor,
  { personCode, kind, reason }: EndOptions & { readonly personCode: string },
): Promise<Answer> {
  const { linkIds } = await getWorker(app, actor, { personCode });
  const linkId = linkIds?.[kind] ?? "";
  const answer = await unlink(app, actor, { operationId: app.newId(), linkId, reason });
  return {
    document: answer,
    text: () => `Pemadanan dilepas. Untuk mengurungkan: tuwai link undo ${answer.questionId}`,
  };
}

async function quality(app: App, actor: Actor): Promise<Answer> {
  const found = await linkingQuality(app, actor);
  const villages = found.villages.filter(({ persons }) => persons > 0);
  return {
    document: found,
    text: () =>
      tableText([
        ["Desa", "Orang", ...registryKinds.map((kind) => `${kind} (ditanyakan)`), "Mungkin ganda"],
        ...villages.map(({ name, persons, registries, openDuplicates }) => [
          name,
          String(persons),
          ...registryKinds.map((kind) => {
            const { automatic, decided, open } = registries[kind];
            return `${automatic + decided} (${open})`;
          }),
          String(openDuplicates),
        ]),
      ]),
  };
}

const percentText = (probability: number): string => `${Math.round(probability * 100)}%`;
