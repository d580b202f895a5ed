/** The part of the day in Jakarta: pagi until 11, siang until 15, sore until 18, then malam. */
export function greetingAt(now: Date): "morning" | "noon" | "afternoon" | "evening" {
  const hour = (now.getUTCHours() + 7) % 24;
  if (hour >= 4 && hour < 11) return "morning";
  if (hour >= 11 && hour < 15) return "noon";
  return hour >= 15 && hour < 18 ? "afternoon" : "evening";
}
