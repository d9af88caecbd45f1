/** What pages of the other `origins` may do with the API: all of it, and read what an edit or a resumable upload goes on with. */
export const corsOptions = (origins: string[]) => ({
  origin: origins,
  credentials: true,
  maxAge: 600,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposedHeaders: [
    'ETag',
    'Location',
    'Retry-After',
    'Tus-Resumable',
    'Upload-Expires',
    'Upload-Length',
    'Upload-Map-Id',
    'Upload-Offset',
  ],
});
