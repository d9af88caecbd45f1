/**
 * Shared by whoever puts files and then the row that names them, held alone by whoever removes files that no row names:
 * so a file put again at the moment of its removal is not lost.
 */
export const mediaFilesLock = 'media-files';
