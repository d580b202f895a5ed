import type { Feature } from "#app";

export const accountsFeature: Feature = {
  name: "accounts",
  owns: {
    "auth.user": "own",
    "auth.session": "own",
    "auth.account": "own",
    "auth.verification": "own",
    "auth.twoFactor": "own",
    "auth.rateLimit": "own",
    "auth.appointments": "own",
    "auth.step_ups": "own",
  },
};
