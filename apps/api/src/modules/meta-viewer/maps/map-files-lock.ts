/**
 * Shared by whoever puts files of maps and then the rows that name them, held alone by whoever removes files that no row names: so a file
 * put again at the moment of its removal is not lost.
 */
export const mapFilesLock = 'map-files';
