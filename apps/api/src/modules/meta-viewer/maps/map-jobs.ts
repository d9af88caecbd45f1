/** The kind of job that checks an uploaded map and makes of it what visitors get; its `dedupeKey` is the map's id. */
export const processMapJob = 'map.process';
