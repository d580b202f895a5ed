import { isStaff } from "@tuwai/server/access";
import { roles, type Actor, type App } from "@tuwai/server/app";
import {
  type AccountOutcome,
  type AccountRow,
  decideRequest,
  endAccount,
  endAccountSessions,
  endReasons,
  getAccount,
  grantRole,
  inviteAccount,
  inviteFirstAccount,
  isWithoutAccounts,
  listAccountRequests,
  listAccounts,
  type NewAccount,
  replaceAccount,
  resetAccount,
} from "@tuwai/server/accounts";
import { Argument, type Command, Option } from "commander";
import { accountSentences } from "./account-sentences.ts";
import { readAs, writeAs } from "./as-actor.ts";
import type { AddCommands, Answer, GlobalOptions, Reply } from "./command-feature.ts";
import { CommandError } from "./command-error.ts";
import { momentText, tableText } from "./indonesian.ts";
import { listPages } from "./list-pages.ts";
import { addTokenCommand } from "./sign-in.commands.ts";
import { actorFor, withApp } from "./with-app.ts";

type CreateOptions = {
  readonly role: string;
  readonly jurisdiction?: string;
  readonly email: string;
  readonly name: string;
};

const accountArgument = () => new Argument("<akun>", "id akun, atau alamat surelnya");
const roleOption = () =>
  new Option("--role <peran>", "peran").choices(roles.filter(isStaff)).makeOptionMandatory();
const jurisdictionOption = () =>
  new Option(
    "--jurisdiction <kode>",
    "kode desa atau kecamatan, nama OPD, cabang BPJS, atau id pegawai penanggung",
  );

/** `tuwai account create|list|show|grant|replace|reset|sessions|end|requests|decide|token`. */
export const addAccountCommands: AddCommands = (program, reply) => {
  const group = program
    .command("account")
    .summary("Akun: mengundang, mengganti, mengakhiri")
    .description("Akun: mengundang, mengganti, mengakhiri");
  addCreate(group, reply);
  addReading(group, reply);
  addChanges(group, reply);
  addDecisions(group, reply);
  addTokenCommand(group, reply);
};

function addCreate(group: Command, reply: Reply): void {
  group
    .command("create")
    .description(
      "Mengundang orang; akun pertama sebuah kota dibuat tanpa pelaku dan di kota sungguhan milik admin",
    )
    .addOption(roleOption())
    .addOption(jurisdictionOption())
    .requiredOption("--email <surel>", "alamat surel, dipakai untuk masuk")
    .requiredOption("--name <nama>", "nama lengkap")
    .action(async ({ jurisdiction, ...options }: CreateOptions, command: Command) => {
      const account = { ...options, scope: jurisdiction };
      reply(await withApp(async (app) => sayOutcome(await create(app, account, command))));
    });
}

/** Without an account there is nobody to be; from the first on it takes an actor. */
async function create(app: App, account: NewAccount, command: Command): Promise<AccountOutcome> {
  const { as } = command.optsWithGlobals<GlobalOptions>();
  if (as === undefined && (await isWithoutAccounts(app))) return inviteFirstAccount(app, account);
  return inviteAccount(app, await actorFor(app, as), account);
}

function addReading(group: Command, reply: Reply): void {
  group
    .command("list")
    .description("Akun kota ini dan keadaannya")
    .option("--role <peran>", "peran")
    .option("--state <keadaan>", "keadaan")
    .option("--jurisdiction <kode>", "wilayah")
    .action(async (options: { role?: string; state?: string; jurisdiction?: string }, command: Command) =>
      reply(await readAs(command, (app, actor) => list(app, actor, options))),
    );
  group
    .command("show")
    .description("Satu akun: peran, sesi, dan yang menunggu")
    .addArgument(accountArgument())
    .action(async (account: string, _options: unknown, command: Command) =>
      reply(
        await readAs(command, async (app, actor) => {
          const found = await getAccount(app, actor, { accountId: await idOf(app, actor, account) });
          const { accountId, isOwn: _own, isAlone: _alone, ...rest } = found;
          return {
            document: { account: accountId, ...rest },
            text: () => `${found.name} <${found.email}>: ${found.state}`,
          };
        }),
      ),
    );
  group
    .command("sessions")
    .description("Sesi sebuah akun; dengan --end semuanya diakhiri")
    .addArgument(accountArgument())
    .option("--end", "akhiri semua")
    .option("--only <sesi>", "dengan --end: sesi ini saja")
    .action(async (account: string, { end, only }: { end?: true; only?: string }, command: Command) =>
      reply(await readAs(command, (app, actor) => sessions(app, actor, { account, end, only }))),
    );
}

function addChanges(group: Command, reply: Reply): void {
  const onAccount = (words: string, description: string) =>
    group.command(words).description(description).addArgument(accountArgument());
  onAccount("grant", "Memberi akun peran lain")
    .addOption(roleOption())
    .addOption(jurisdictionOption())
    .option("--from <tanggal>", "hari mulai")
    .option("--last-day <tanggal>", "hari terakhir, untuk pelaksana tugas")
    .action(
      async (
        account: string,
        {
          jurisdiction: scope,
          ...post
        }: { role: string; jurisdiction?: string; from?: string; lastDay?: string },
        command: Command,
      ) =>
        change(command, reply, account, (app, actor, accountId) =>
          grantRole(app, actor, { accountId, scope, ...post }),
        ),
    );
  onAccount("replace", "Mengakhiri akun dan mengundang penggantinya ke peran yang sama")
    .requiredOption("--email <surel>", "alamat surel orang baru")
    .requiredOption("--name <nama>", "nama orang baru")
    .action(async (account: string, person: { email: string; name: string }, command: Command) =>
      change(command, reply, account, (app, actor, accountId) =>
        replaceAccount(app, actor, { accountId, ...person }),
      ),
    );
  onAccount("reset", "Membuat kode sekali pakai baru; kata sandi dan sesi lama mati")
    .option("--lost-phone", "hapus juga kode kedua")
    .action(async (account: string, { lostPhone }: { lostPhone?: true }, command: Command) =>
      change(command, reply, account, (app, actor, accountId) =>
        resetAccount(app, actor, { accountId, dropsSecondFactor: lostPhone === true }),
      ),
    );
  onAccount("end", "Mengakhiri akun sekarang")
    .addOption(new Option("--reason <sebab>", "sebab").choices(endReasons).default("other"))
    .action(async (account: string, { reason }: { reason: string }, command: Command) =>
      change(command, reply, account, (app, actor, accountId) =>
        endAccount(app, actor, { accountId, reason }),
      ),
    );
}

type Change = (app: App, actor: Actor, accountId: string) => Promise<AccountOutcome>;

async function change(command: Command, reply: Reply, account: string, work: Change): Promise<void> {
  const answer = await writeAs(command, async (app, actor) =>
    sayOutcome(await work(app, actor, await idOf(app, actor, account))),
  );
  reply(answer);
}

function addDecisions(group: Command, reply: Reply): void {
  group
    .command("requests")
    .description("Perubahan akun yang menunggu orang kedua")
    .action(async (_options: unknown, command: Command) =>
      reply(
        await readAs(command, async (app, actor) => {
          const requests = await listAccountRequests(app, actor);
          return { document: { requests }, text: () => `${requests.length} menunggu orang kedua.` };
        }),
      ),
    );
  group
    .command("decide")
    .description("Memutuskan sebagai orang kedua")
    .addArgument(new Argument("<permintaan>", "id permintaan"))
    .addOption(
      new Option("--verdict <putusan>", "putusan").choices(["approve", "refuse"]).makeOptionMandatory(),
    )
    .action(async (requestId: string, { verdict }: { verdict: string }, command: Command) =>
      reply(
        await writeAs(command, async (app, actor) =>
          sayOutcome(await decideRequest(app, actor, { requestId, verdict })),
        ),
      ),
    );
}

/** An account by its id or by its address. */
async function idOf(app: App, actor: Actor, account: string): Promise<string> {
  if (!account.includes("@")) return account;
  const { rows } = await listAccounts(app, actor, { q: account.toLowerCase() });
  return rows.find(({ email }) => email === account.toLowerCase())?.accountId ?? account;
}

/** The one-time code is in this answer and nowhere else. A change that waits for somebody exits with 4. */
function sayOutcome(outcome: AccountOutcome): Answer {
  if (outcome.outcome === "refused") {
    const sentences = outcome.reasons.map((reason) => accountSentences[reason]);
    throw new CommandError("invalid-input", sentences.join(" "), { reasons: outcome.reasons });
  }
  const account = outcome.accountId;
  if (outcome.outcome === "waits")
    return {
      document: { account, waitsForApproval: true },
      text: () => "Menunggu persetujuan orang kedua; kodenya tampil pada penyetuju.",
      exitCode: 4,
    };
  if (outcome.code === null) return { document: { account }, text: () => "Selesai." };
  const { inviteCode, expiresAt } = outcome.code;
  return {
    document: { account, inviteCode, expiresAt: expiresAt.toISOString() },
    text: () =>
      `Kode sekali pakai: ${inviteCode}\nBerlaku sampai ${momentText(expiresAt)}. Serahkan kepada orangnya; ia membuka /undangan dan membuat kata sandinya sendiri.`,
  };
}

async function list(
  app: App,
  actor: Actor,
  { role, state, jurisdiction: scope }: { role?: string; state?: string; jurisdiction?: string },
): Promise<Answer> {
  const rows = await listPages((page) => listAccounts(app, actor, { role, state, scope, page }));
  return {
    document: { accounts: rows.map(({ accountId, ...rest }) => ({ account: accountId, ...rest })) },
    text: () => tableText([["Nama", "Surel", "Peran", "Wilayah", "Keadaan"], ...rows.map(line)]),
  };
}

async function sessions(
  app: App,
  actor: Actor,
  { account, end, only }: { account: string; end: true | undefined; only: string | undefined },
): Promise<Answer> {
  const accountId = await idOf(app, actor, account);
  if (end === true) {
    const { ended } = await endAccountSessions(app, actor, { accountId, sessionId: only });
    return { document: { account: accountId, ended }, text: () => `${ended} sesi diakhiri.` };
  }
  const { sessions: found } = await getAccount(app, actor, { accountId });
  return { document: { account: accountId, sessions: found }, text: () => `${found.length} sesi berjalan.` };
}

function line({ name, email, role, scope, state }: AccountRow): readonly string[] {
  return [name, email, role ?? "-", scope ?? "", state];
}
