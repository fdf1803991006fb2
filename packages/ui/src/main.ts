document.title = 'Benchbook';
