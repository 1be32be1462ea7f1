"""What is known in the forms that other tools read, and back."""
