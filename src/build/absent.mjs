// In the place of parts of libraries that nothing here asks for: pictures, and fonts that are packed with brotli.
export default function absent() {
  throw new Error('This part of a library is not bundled.');
}
