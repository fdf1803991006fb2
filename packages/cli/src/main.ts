console.log('benchbook', process.argv.slice(2).join(' '));
