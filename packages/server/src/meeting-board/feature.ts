import type { Feature } from "#app";

export const meetingBoardFeature: Feature = { name: "meeting-board", owns: {} };
