import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src",
  ssr: true,
  // All routes are known at build time: no manifest endpoint, nothing to probe.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
