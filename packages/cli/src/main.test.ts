import { describe, expect, test } from "vitest";
import { CommandError } from "./command-error.ts";
import type { CommandFeature } from "./command-feature.ts";
import { errorSentences } from "./error-sentences.ts";
import { exitCodes } from "./exit-codes.ts";
import { main } from "./main.ts";

/** Runs a command line in this process and keeps what it wrote. */
async function run(commandLine: string, features?: readonly CommandFeature[]) {
  let out = "";
  let err = "";
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const exitCode = await main(commandLine.split(" ").filter(Boolean), streams, features);
  return { exitCode, out, err };
}

/** A feature with one command "try" that does what the test says. */
function aFeature(act: () => { exitCode?: 0 | 3 | 4 }): CommandFeature[] {
  const load: CommandFeature["load"] = async () => (program, reply) => {
    program.command("try").action(() => reply({ document: { done: true }, text: () => "sudah", ...act() }));
  };
  return [{ word: "try", summary: "mencoba", load }];
}

const answersTwice: CommandFeature = {
  word: "try",
  summary: "menjawab dua kali",
  load: async () => (program, reply) => {
    program.command("try").action(() => {
      reply({ document: 1, text: () => "1" });
      reply({ document: 2, text: () => "2" });
    });
  },
};

const price = "price --segment bpu --income 900000 --payer private --sector other";

describe("with --json", () => {
  test.each([
    [`${price} --month 2026-06 --json`, 0],
    [`--json ${price} --month 2026-06`, 0],
    [`${price} --month 2014-06 --json`, 2],
    [`${price} --json`, 64],
    ["price --wrong --json", 64],
    ["nothing --json", 64],
    ["--json", 64],
    ["cover --json", 64],
    ["--help --json", 0],
    ["terbilang 16800 --json", 0],
    ["terbilang sixteen --json", 2],
    ["cover explain --events /nowhere.json --on 2025-01-01 --json", 2],
  ])("%s prints exactly one JSON document and exits %i", async (commandLine, exitCode) => {
    const result = await run(commandLine);
    expect(result.exitCode).toBe(exitCode);
    expect(result.out.endsWith("\n")).toBe(true);
    const document = JSON.parse(result.out) as object;
    expect("error" in document).toBe(exitCode !== 0);
    if (exitCode !== 0)
      expect(document).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
  });
});

describe("without --json", () => {
  test("an error leaves stdout empty and tells one sentence on stderr", async () => {
    const { exitCode, out, err } = await run(`${price} --month 2014-06`);
    expect([exitCode, out, err]).toEqual([2, "", "tuwai: Tidak ada tarif yang berlaku untuk Juni 2014.\n"]);
  });

  test("help lists every word without loading its file", async () => {
    const loaded: string[] = [];
    const features = ["one", "two"].map((word) => ({
      word,
      summary: `about ${word}`,
      load: async () => {
        loaded.push(word);
        return () => undefined;
      },
    }));
    const { exitCode, out } = await run("--help", features);
    expect([exitCode, loaded]).toEqual([0, []]);
    expect(out).toMatch(/one\s+about one[\s\S]*two\s+about two/);
  });

  test("a word loads its own file and no other", async () => {
    const others = {
      word: "other",
      summary: "",
      load: () => Promise.reject(new Error("loaded without need")),
    };
    const { exitCode, out } = await run("try", [...aFeature(() => ({})), others]);
    expect([exitCode, out]).toEqual([0, "sudah\n"]);
  });

  test("a word after --as USER is found, and the user is not taken for one", async () => {
    expect(
      (
        await run(
          "--as try try",
          aFeature(() => ({})),
        )
      ).exitCode,
    ).toBe(0);
  });

  test("help for one word shows its options", async () => {
    const { exitCode, out } = await run("help price");
    expect([exitCode, out.includes("--sector")]).toEqual([0, true]);
  });
});

describe("exit codes", () => {
  test("3 and 4 are answers: rows to repair, and waiting for approval", async () => {
    expect(
      (
        await run(
          "try --json",
          aFeature(() => ({ exitCode: 3 })),
        )
      ).exitCode,
    ).toBe(3);
    expect(
      (
        await run(
          "try --json",
          aFeature(() => ({ exitCode: 4 })),
        )
      ).exitCode,
    ).toBe(4);
  });

  test("an unexpected error is our bug: exit 1, its text only on stderr", async () => {
    const { exitCode, out, err } = await run(
      "try --json",
      aFeature(() => {
        throw new TypeError("something inside");
      }),
    );
    expect(exitCode).toBe(1);
    expect(out).not.toContain("something inside");
    expect(err).toContain("something inside");
  });

  test.each(["not-found", "stale", "unavailable"] as const)(
    "the server's failure %s passes with its details",
    async (code) => {
      const { exitCode, out } = await run(
        "try --json",
        aFeature(() => {
          throw Object.assign(new Error(code), { name: "AppError", code, details: { id: "PK-7T4M-2Q" } });
        }),
      );
      expect(exitCode).toBe(exitCodes[code]);
      expect(JSON.parse(out)).toEqual({
        error: { code, message: errorSentences[code], details: { id: "PK-7T4M-2Q" } },
      });
    },
  );

  test("a code nobody knows is not believed", async () => {
    const { exitCode } = await run(
      "try",
      aFeature(() => {
        throw Object.assign(new Error("x"), { code: "ENOENT" });
      }),
    );
    expect(exitCode).toBe(1);
  });

  test("a command that answers twice is a bug, not two documents", async () => {
    const { exitCode, out } = await run("try --json", [answersTwice]);
    expect(exitCode).toBe(1);
    expect(Object.keys(JSON.parse(out) as object)).toEqual(["error"]);
  });

  test("a command error keeps its details", async () => {
    const { out } = await run(
      "try --json",
      aFeature(() => {
        throw new CommandError("no-rate", "tidak ada", { month: "2014-06" });
      }),
    );
    expect(JSON.parse(out)).toEqual({
      error: { code: "no-rate", message: "tidak ada", details: { month: "2014-06" } },
    });
  });
});

test("a number as long as a NIK, typed in the wrong place, is not repeated", async () => {
  const { out, err } = await run(`${price} --month 1377920105790001 --json`);
  expect(out + err).not.toContain("1377920105790001");
});
