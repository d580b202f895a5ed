import { Client } from "pg";
import { AppError } from "#ground";

/** The moment the database keeps, as a demo city and the tests do; null where real time holds. Asked as the owner. */
export function readClock(ownerUrl: string): Promise<Date | null> {
  return withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ at: Date }>("select at from app_private.clock");
    return rows[0]?.at ?? null;
  });
}

/**
 * Sets the kept moment, or moves it forward. Only the owner of the database can: no login may move the clock. Throws
 * `conflict` when it would go back.
 */
export function moveClock(ownerUrl: string, to: Date): Promise<void> {
  return withOwner(ownerUrl, async (client) => {
    await client.query(
      "insert into app_private.clock (only_row, at) values (true, $1) on conflict (only_row) do update set at = excluded.at",
      [to],
    );
  }).catch((error: unknown) => {
    if ((error as { code?: string }).code !== checkViolation) throw error;
    throw new AppError("conflict", { message: "The clock moves forward only." }, error);
  });
}

/** Sets the first moment of a city into which nothing has come yet, whatever moment it keeps. Throws `conflict` for any other. */
export function beginClock(ownerUrl: string, at: Date): Promise<void> {
  return withOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `with old as (delete from app_private.clock where not exists (select from app.import_batches))
       select where exists (select from app.import_batches)`,
    );
    if (rowCount !== 0)
      throw new AppError("conflict", { message: "The city has begun: its clock moves forward only." });
    await client.query("insert into app_private.clock (only_row, at) values (true, $1)", [at]);
  });
}

/** Forgets the kept moment: from here on real time holds. */
export function releaseClock(ownerUrl: string): Promise<void> {
  return withOwner(ownerUrl, async (client) => {
    await client.query("delete from app_private.clock");
  });
}

const checkViolation = "23514";

async function withOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(ownerUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
