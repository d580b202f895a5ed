import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { AppError, type Config } from "@tuwai/server/app";

const flag = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");

const Environment = z.object({
  TUWAI_REGION: z
    .string()
    .regex(/^\d{2}\.?\d{2}$/, "a city code such as 13.77")
    .default("13.77"),
  TUWAI_DATA: z.string().default(".data"),
  DATABASE_URL: z.url(),
  TUWAI_ORIGIN: z.url().optional(),
  TUWAI_DEMO: flag.default(true),
  TUWAI_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "a mail server such as smtps://user:password@smtp.kota.go.id" })
    .optional(),
  TUWAI_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\s@]+$/, "a sender such as TuWai KeTan <ketan@kota.go.id>")
    .optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  TUWAI_NOW: z.iso.datetime({ offset: true }).optional(),
});

/** All settings of a city but the level of its log, which is wanted before. Throws `not-set-up` naming the variable that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const first = parsed.error.issues[0]!;
    throw new AppError("not-set-up", { message: `${first.path.join(".")}: ${first.message}` });
  }
  const value = parsed.data;
  if (value.TUWAI_NOW && !value.TUWAI_DEMO)
    throw new AppError("not-set-up", { message: "TUWAI_NOW is for demo and tests only." });
  const digits = value.TUWAI_REGION.replace(".", "");
  return {
    regionCode: `${digits.slice(0, 2)}.${digits.slice(2)}`,
    dataDir: resolve(value.TUWAI_DATA),
    databaseUrl: value.DATABASE_URL,
    origin: value.TUWAI_ORIGIN ?? null,
    embedded: isEmbedded(value.DATABASE_URL, resolve(value.TUWAI_DATA)),
    demo: value.TUWAI_DEMO,
    demoAsked: env["TUWAI_DEMO"] === undefined ? null : value.TUWAI_DEMO,
    mail: readMail(value.TUWAI_SMTP_URL, value.TUWAI_MAIL_FROM),
    host: value.HOST,
    port: value.PORT,
    fixedNow: value.TUWAI_NOW ? new Date(value.TUWAI_NOW) : null,
    keepsAnswers: true,
  };
}

/** Whoever names a mail server says from whom letters come, as many servers refuse others. */
function readMail(url: string | undefined, from: string | undefined): Config["mail"] {
  if (url === undefined) return null;
  if (from === undefined)
    throw new AppError("not-set-up", {
      message: "TUWAI_MAIL_FROM: TUWAI_SMTP_URL needs a sender for its letters.",
    });
  return { url, from };
}

/** The server of the data folder says its address in a file there; no variable of the environment makes another one ours. */
function isEmbedded(databaseUrl: string, dataDir: string): boolean {
  try {
    const { url } = JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8")) as { url?: unknown };
    return url === databaseUrl;
  } catch {
    return false;
  }
}
