// Runs in the workbench's page, before its own scripts: adds an extension that lies at PATH of the page's server to the
// configuration the page was served with.
(path => {
  const get = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (attribute) {
    const value = get.call(this, attribute);
    if (this.id !== 'vscode-workbench-web-configuration' || attribute !== 'data-settings' || !value) return value;
    const configuration = JSON.parse(value);
    const scheme = location.protocol.slice(0, -1);
    configuration.additionalBuiltinExtensions = [{ scheme, authority: location.host, path }];
    return JSON.stringify(configuration);
  };
})('PATH');
