import type { Feature } from "#app";

export const cardsFeature: Feature = {
  name: "cards",
  owns: { "app.worker_cards": "worker.card" },
};
