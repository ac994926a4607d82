// Written by tools/vendor-web.mjs.
declare const library: any;
export default library;
