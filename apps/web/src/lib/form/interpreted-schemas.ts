// The content security policy forbids compiling code at run time, which Zod tries as soon as an object schema is made.
// Its configuration lies on the global object, so it can be set before Zod itself has been fetched.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
