// The name of a new thing in the spellings that its files need.

/** `supplier-register` as `supplierRegister`, `Supplier register` or `SupplierRegister`. */
export const camel = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
export const words = name => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
export const pascal = name => camel(`-${name}`);
/** `nist-csf-2.0` as `NistCsf20`. */
export const catalogueName = id => pascal(id.replaceAll('.', ''));
