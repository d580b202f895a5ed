import type { ClickHouseClient, ClickHouseClientConfigOptions } from "@clickhouse/client";
import { clickHouseSettings } from "#expression";
import { LinkageError } from "#model";
import type { Row } from "#stages";

/** One database of a ClickHouse: all an engine needs. `rows` gives each row as an object of JSON values. */
export type ClickHouseConnection = {
  run: (sql: string) => Promise<void>;
  rows: (sql: string) => Promise<Row[]>;
  close: () => Promise<void>;
};
/** Connects to a database by name; the settings in `clickHouseSettings` must hold for every statement. */
export type ConnectClickHouse = (database: string) => Promise<ClickHouseConnection>;

/** Statements may run for hours on large lists; the client would give up after half a minute. */
const longestStatement = 24 * 60 * 60 * 1000;

/** A server over HTTP, by `@clickhouse/client` (an optional peer dependency). `config` as its `createClient` takes it. */
export function clickHouseServer(config: ClickHouseClientConfigOptions): ConnectClickHouse {
  return async (database) => {
    const client = await createClient({
      request_timeout: longestStatement,
      ...config,
      database,
      clickhouse_settings: { ...config.clickhouse_settings, ...clientSettings },
    });
    return {
      run: async (query) => {
        await client.command({ query });
      },
      rows: async (query) => (await client.query({ query, format: "JSONEachRow" })).json<Row>(),
      close: () => client.close(),
    };
  };
}

const clientSettings = {
  ...Object.fromEntries(Object.entries(clickHouseSettings).map(([name, value]) => [name, String(value)])),
  /* Something to say every half minute, so that nothing between here and the server hangs up. */
  send_progress_in_http_headers: 1,
  http_headers_progress_interval_ms: "30000",
} as const;

async function createClient(config: ClickHouseClientConfigOptions): Promise<ClickHouseClient> {
  try {
    const { ClickHouseLogLevel, createClient: create } = await import("@clickhouse/client");
    return create({ log: { level: ClickHouseLogLevel.OFF }, ...config });
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new LinkageError(
      "engine-missing",
      "the ClickHouse engine needs its client: npm install --save-exact @clickhouse/client@1.23.1",
      { package: "@clickhouse/client" },
      cause,
    );
  }
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";

/** The part of a chdb `Session` used here: the engine inside this process. */
export type ClickHouseSession = {
  queryAsync: (sql: string, options: { format: string }) => Promise<{ text: () => string }>;
};

/** A ClickHouse inside this process: a `Session` of the package `chdb`, which stays the caller's to close. */
export function clickHouseSession(session: ClickHouseSession): ConnectClickHouse {
  const query = (sql: string) => session.queryAsync(sql, { format: "JSONEachRow" });
  return async (database) => {
    for (const [name, value] of Object.entries(clickHouseSettings)) await query(`SET ${name} = ${value}`);
    await query(`USE ${database}`);
    return {
      run: async (sql) => {
        await query(sql);
      },
      rows: async (sql) =>
        (await query(sql))
          .text()
          .split("\n")
          .filter((line) => line !== "")
          .map((line) => JSON.parse(line) as Row),
      close: async () => {
        await query("USE default");
      },
    };
  };
}
