import type { Feature } from "#app";

export const reservationsFeature: Feature = {
  name: "reservations",
  owns: { "app.reservations": "payer.reserve.read" },
  gives: [],
};
