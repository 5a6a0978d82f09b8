module.exports.default = { shout: (text, label) => text + "!" + label };
