import type { Feature } from "#app";
import { meetingTasks } from "./meeting-tasks.ts";

export const meetingsFeature: Feature = {
  name: "meetings",
  owns: {
    "app.meetings": "meeting.read",
    "app.meeting_items": "meeting.read",
    "app.meeting_guests": "meeting.guests.read",
    "app.meeting_cards": "meeting.card",
    "app.meeting_rows": "meeting.row.read",
    "app.meeting_events": "meeting.row.read",
  },
  gives: meetingTasks,
};
