import {
  BookOpen,
  ChartColumn,
  FileText,
  Images,
  List,
  PenLine,
  Settings as Cog,
  Users,
  UsersRound,
} from "@lucide/svelte";

/** Where one can go, in the order of the bar. On a phone the bar has the first ones of these, and the rest under More. */
export const NAV = [
  ["timeline", List],
  ["record", PenLine],
  ["contacts", Users],
] as const;
export const REST = [
  ["evidence", Images],
  ["pattern", ChartColumn],
  ["report", FileText],
  ["consult", UsersRound],
  ["help", BookOpen],
  ["settings", Cog],
] as const;
