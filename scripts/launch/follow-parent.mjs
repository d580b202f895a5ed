// Loaded into the application before its own code: when the launcher is gone, however it went, the application goes too.
const graceMs = 5000;

process.once("disconnect", () => {
  setTimeout(() => process.exit(1), graceMs).unref();
  process.kill(process.pid, "SIGTERM");
});
// Listening to the launcher must not by itself keep the application alive.
process.channel?.unref();
