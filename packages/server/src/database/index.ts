export { openDatabase, type Database, type Tx } from "./open-database.ts";
export { inTransaction, asSystem } from "./in-transaction.ts";
export { migrate } from "./migrate.ts";
export { loginOf, logins, type Login } from "./logins.ts";
export { connectionUrl } from "./connection-url.ts";
export { rowNames } from "./row-names.ts";
export { runOnce } from "./run-once.ts";
export { holdsData } from "./holds-data.ts";
