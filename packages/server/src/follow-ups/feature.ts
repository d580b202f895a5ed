import type { Feature } from "#app";
import { handles, schedules, workHandlers } from "#work";
import { followUpTasks } from "./follow-up-tasks.ts";
import { reminderSchedule, sendReminders } from "./send-reminders.ts";

export const followUpsFeature: Feature = {
  name: "follow-ups",
  owns: {
    "app.decisions": "decision.read",
    "app.follow_ups": "follow_up.read",
    "app.follow_up_steps": "follow_up.read",
    "app.follow_up_reminders": "follow_up.read",
    "app.calendar_addresses": "own",
  },
  gives: [
    workHandlers(handles("follow-ups.remind", { work: sendReminders, unite: () => ({}) })),
    schedules(reminderSchedule),
    ...followUpTasks,
  ],
};
