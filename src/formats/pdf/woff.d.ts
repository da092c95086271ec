/** The bytes of a font, as the bundler gives them. */
declare module '*.woff' {
  const bytes: Uint8Array;
  export default bytes;
}
