/** Which notices of an end were put away. They come back when the logbook is opened again: then the page is a new one. */
export const put = $state<{ away: string[] }>({ away: [] });
